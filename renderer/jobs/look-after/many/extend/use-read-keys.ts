import { useEffect, useState } from 'react';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import { api } from '../../../../base/api';
import type { ReadKey } from './extend-plan';

/** Reads the chosen keys anew, one after another. @returns those that are read, by ARN */
export function useReadKeys(session: string, rows: readonly KeyRow[]): ReadonlyMap<string, ReadKey> {
  const [keys, setKeys] = useState<ReadonlyMap<string, ReadKey>>(new Map());
  const arns = rows.map(({ arn }) => arn).join(' ');
  useEffect(() => {
    let isLeft = false;
    const read = async (): Promise<void> => {
      const found = new Map<string, ReadKey>();
      for (const arn of arns.split(' ').filter(Boolean)) {
        const answer = await api.openKey({ session, arn });
        if (isLeft) return;
        found.set(arn, answer.ok ? { view: answer.value } : { error: answer.error });
        setKeys(new Map(found));
      }
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [session, arns]);
  return keys;
}
