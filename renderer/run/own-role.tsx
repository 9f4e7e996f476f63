import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useState } from 'react';
import type { ResultOf } from '../../main/shared/contract';
import type { OwnRoleView } from '../../main/shared/views/receiver-wants';
import { api } from '../base/api';
import { CopyText } from '../base/copy-text';
import { roleName, wantsWords } from '../words/run/receiver-wants';
import { SaveStatus } from './save-status';
import { ToDo, type ToDoState } from './to-do';

export interface OwnRoleProps {
  readonly run: string;
  readonly role: OwnRoleView;
  readonly accountId: string;
  readonly state: ToDoState;
  readonly isNext: boolean;
  /** Each of its policies was copied or saved. */
  readonly onDone: () => void;
}

type Format = 'trust-policy' | 'permissions-policy';

/** The item of the list for the role that the receiver assumes: its policies, to copy and to save. */
export function OwnRole({ run, role, accountId, state, isNext, onDone }: OwnRoleProps) {
  const words = wantsWords.role;
  const [taken, setTaken] = useState<readonly Format[]>([]);
  const [answer, setAnswer] = useState<ResultOf<'saveSummary'>>();
  const { trustPolicy, permissionsPolicy } = role;
  const policies = [
    {
      format: 'trust-policy' as const,
      title: words.trust,
      text: words.trustText(role),
      json: trustPolicy,
      copy: words.copyTrust,
      save: words.saveTrust,
    },
    ...(permissionsPolicy === undefined
      ? []
      : [
          {
            format: 'permissions-policy' as const,
            title: words.permissions,
            text: words.permissionsText,
            json: permissionsPolicy,
            copy: words.copyPermissions,
            save: words.savePermissions,
          },
        ]),
  ];
  const next = policies.find(({ format }) => !taken.includes(format))?.format;
  const take = (format: Format): void => {
    const now = [...taken, format];
    setTaken(now);
    if (policies.every((policy) => now.includes(policy.format))) onDone();
  };
  const save = async (format: Format): Promise<void> => {
    const saved = await api.saveSummary({ run, format, text: '' });
    setAnswer(saved);
    if (saved.ok && saved.value.picked) take(format);
  };
  return (
    <ToDo title={words.title(roleName(role))} text={words.text(accountId)} state={state}>
      {policies.map(({ format, title, text, json, copy, save: saveLabel }) => (
        <div key={format} className="role-policy">
          <div className="to-do-line">
            <div>
              <Box variant="awsui-key-label">{title}</Box>
              <span className="breakable">{text}</span>
            </div>
            <div className="to-do-actions">
              <CopyText
                label={copy}
                text={json}
                variant={isNext && format === next ? 'primary' : 'normal'}
                onCopied={() => take(format)}
              />
              <Button variant="inline-link" ariaLabel={saveLabel} onClick={() => void save(format)}>
                {words.save}
              </Button>
            </div>
          </div>
          <ExpandableSection headerText={words.show} headerAriaLabel={`${words.show}: ${title}`}>
            <pre className="text-block">{json}</pre>
          </ExpandableSection>
        </div>
      ))}
      {permissionsPolicy === undefined && <Box color="text-body-secondary">{words.enough}</Box>}
      <SaveStatus answer={answer} />
    </ToDo>
  );
}
