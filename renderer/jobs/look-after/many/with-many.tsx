import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyRow } from '../../../../main/shared/views/keys';
import type { ManyWork } from './chosen-bar';
import { ManyExtend } from './extend/many-extend';
import { ManyDisable } from './many-disable';
import { ManyRemind } from './many-remind';

export interface WithManyProps {
  readonly what: ManyWork;
  readonly rows: readonly KeyRow[];
  /** Handle of the list. */
  readonly list: string | undefined;
  readonly signedIn: SignedInView;
  /** One of the keys is in another state now. */
  readonly onChanged: (row: KeyRow) => void;
  /** The keys have to be read anew. */
  readonly onRead: () => void;
  readonly onOpen: (row: KeyRow) => void;
  readonly onBack: () => void;
}

/** What is done with several keys that were chosen from the list. */
export function WithMany({ what, rows, list, signedIn, onChanged, onRead, onOpen, onBack }: WithManyProps) {
  switch (what) {
    case 'remind':
      return list === undefined ? null : <ManyRemind list={list} rows={rows} onBack={onBack} />;
    case 'extend':
      return (
        <ManyExtend
          rows={rows}
          signedIn={signedIn}
          onOpen={onOpen}
          onBack={() => {
            onRead();
            onBack();
          }}
        />
      );
    case 'disable':
      return (
        <ManyDisable rows={rows} signedIn={signedIn} onDone={onChanged} onOpen={onOpen} onBack={onBack} />
      );
  }
}
