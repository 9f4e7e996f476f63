import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { isPermanent } from '../../../main/shared/rotation';
import type { KeyMaterialView, KeyView } from '../../../main/shared/views/keys';
import { CopyText } from '../../base/copy-text';
import { chrome } from '../../words/shell/app';
import { localDay } from '../../words/shell/instants';
import { materialsPanel } from '../../words/look-after/one-key';
import { daysLeftWords, expiresWords } from '../../words/look-after/states';
import { firstToExpire, inOrder } from './materials';
import { daysUntil } from './standing';
import { Unread } from './unread';

export interface MaterialsPanelProps {
  readonly view: KeyView;
  readonly now: Date;
  /** What else can be done about the copies. */
  readonly children?: ReactNode;
}

/** Every material of the key: whether it is there, how long, and which copy belongs to it. */
export function MaterialsPanel({ view, now, children }: MaterialsPanelProps) {
  const { materials, rotationsLeft } = view;
  const known = materials?.read === true ? materials.value : [];
  const several = known.filter(isPermanent).length > 1;
  return (
    <Container
      header={
        <Header variant="h2" description={several ? materialsPanel.all : materialsPanel.one}>
          {materialsPanel.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {materials === undefined && <Box>{materialsPanel.notSymmetric}</Box>}
        {materials?.read === false && <Unread what={materialsPanel.unread} error={materials.error} />}
        {materials?.read === true && known.length === 0 && <Box>{materialsPanel.none}</Box>}
        {known.length > 0 && <Materials materials={known} now={now} />}
        <div className="quiet">
          {known.some(({ validTo }) => validTo !== undefined) && `${materialsPanel.extending} `}
          {rotationsLeft !== undefined && known.length > 0 && materialsPanel.rotationsLeft(rotationsLeft)}
        </div>
        {children}
      </SpaceBetween>
    </Container>
  );
}

interface MaterialsProps {
  readonly materials: readonly KeyMaterialView[];
  readonly now: Date;
}

function Materials({ materials, now }: MaterialsProps) {
  const { columns, roles, roleTexts } = materialsPanel;
  const first = firstToExpire(materials);
  return (
    <div className="key-table-frame">
      <table className="key-table">
        <caption className="visually-hidden">{materialsPanel.caption}</caption>
        <thead>
          <tr>
            {Object.values(columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(materials).map((material) => (
            <tr key={material.id}>
              <th scope="row">
                {roles[material.role]}
                <div className="cell-more">{roleTexts[material.role]}</div>
                <div className="material-id">
                  <span>{`${material.id.slice(0, 12)}…`}</span>
                  <CopyText
                    label={chrome.copyNamed(`${materialsPanel.idLabel} (${roles[material.role]})`)}
                    text={material.id}
                    variant="inline-icon"
                  />
                </div>
              </th>
              <td>
                <StatusIndicator type={material.isThere ? 'success' : 'error'}>
                  {material.isThere ? materialsPanel.there : materialsPanel.missing}
                </StatusIndicator>
              </td>
              <td>
                <Expiry material={material} now={now} />
                {material === first && <div className="cell-more">{materialsPanel.first}</div>}
              </td>
              <td>
                {material.rotatedAt === undefined
                  ? isPermanent(material) && materialsPanel.firstMaterial
                  : localDay(new Date(material.rotatedAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Expiry({
  material: { validTo, isThere },
  now,
}: {
  readonly material: KeyMaterialView;
  readonly now: Date;
}) {
  if (validTo === undefined) return isThere ? expiresWords.never : expiresWords.unknown;
  return (
    <>
      {daysLeftWords(daysUntil(validTo, now))}
      <div className="cell-more">{localDay(new Date(validTo))}</div>
    </>
  );
}
