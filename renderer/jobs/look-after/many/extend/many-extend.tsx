import { useState } from 'react';
import type { SignedInView } from '../../../../../main/shared/views/aws';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import { useVaultAhead } from '../../../../base/use-vault-ahead';
import { expiryOf } from '../../../../intake/expiry';
import { extendedWords, extendPage } from '../../../../words/look-after/many-extend';
import { usualExpiry } from '../../import-again/usual-expiry';
import { ManyEnded } from '../many-ended';
import { ManyRunning } from '../many-running';
import { useMany } from '../use-many';
import { ExtendForm } from './extend-form';
import { extendOne } from './extend-one';
import { planOf, type MaterialToExtend } from './extend-plan';
import { ExtendTable } from './extend-table';
import { useCopies } from './use-copies';
import { useReadKeys } from './use-read-keys';

export interface ManyExtendProps {
  readonly rows: readonly KeyRow[];
  readonly signedIn: SignedInView;
  readonly onOpen: (row: KeyRow) => void;
  readonly onBack: () => void;
}

/** Several keys extended one after another, from one folder of their copies. */
export function ManyExtend({ rows, signedIn, onOpen, onBack }: ManyExtendProps) {
  useVaultAhead();
  const { session, mode } = signedIn;
  const keys = useReadKeys(session, rows);
  const handles = [...keys.values()].flatMap((read) => ('view' in read ? [read.view.key] : []));
  const copies = useCopies(handles);
  const [fields, setFields] = useState(() => usualExpiry('extend', new Date()));
  /** What was shown when it began. */
  const [begun, setBegun] = useState<readonly MaterialToExtend[]>([]);
  const { many, start, stop } = useMany();
  const expiry = expiryOf(fields, new Date());
  const plan = planOf(rows, keys, { expiry, copies: copies.isBrought ? copies.copies : undefined });

  const begin = (): void => {
    if (expiry === undefined) return;
    const passphrases = copies.handOver();
    setBegun(plan);
    start(
      plan
        .filter(({ why }) => why === undefined)
        .map((one) => ({
          id: one.id,
          work: () => extendOne(one, passphrases.get(one.copy?.copy ?? '') ?? '', session, expiry),
        })),
    );
  };

  switch (many.at) {
    case 'review':
      return (
        <ExtendForm
          rows={rows}
          plan={plan}
          isReading={keys.size < rows.length}
          isPractice={mode === 'practice'}
          copies={copies}
          fields={fields}
          expiry={expiry}
          onExpiry={setFields}
          onStart={begin}
          onBack={onBack}
        />
      );
    case 'running':
      return (
        <ManyRunning title={extendPage.running} isWide many={many} onStop={stop}>
          <ExtendTable plan={begun} expiry={expiry} outcomes={many.outcomes} onOpen={undefined} />
        </ManyRunning>
      );
    case 'ended':
      return (
        <ManyEnded
          words={extendedWords}
          isWide
          many={many}
          all={begun.length}
          isPractice={mode === 'practice'}
          onOpen={onOpen}
          onBack={onBack}
        >
          {(open) => <ExtendTable plan={begun} expiry={expiry} outcomes={many.outcomes} onOpen={open} />}
        </ManyEnded>
      );
  }
}
