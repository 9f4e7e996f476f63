import type { KeyListUpdate, KeyRow } from '../../shared/views/keys';

/** Eight messages a second: more are not seen, and keep the page from its work. */
const betweenMs = 125;
/** Each message makes the page put all of its rows in order again: with thousands of them, two a second are enough. */
const betweenWhenLongMs = 500;
const longRows = 1000;
/** A row has about 600 characters. */
const rowsInOne = 800;

export interface ListUpdatesPorts {
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly emit: (update: KeyListUpdate) => void;
  readonly list: string;
  readonly regions: () => KeyListUpdate['regions'];
}

export type ListUpdates = ReturnType<typeof createListUpdates>;

/** Gathers what was read, and tells the page several times a second. */
export function createListUpdates({ sleep, emit, list, regions }: ListUpdatesPorts) {
  const rows = new Map<string, KeyRow>();
  const gone = new Set<string>();
  let state: 'idle' | 'waiting' | 'over' = 'idle';
  let sentRows = 0;
  const isOver = (): boolean => state === 'over';

  function send(): void {
    const some = [...rows.values()].slice(0, rowsInOne);
    for (const { arn } of some) rows.delete(arn);
    sentRows += some.length;
    emit({ list, rows: some, gone: [...gone], regions: regions() });
    gone.clear();
  }

  async function soon(): Promise<void> {
    if (state !== 'idle') return;
    state = 'waiting';
    await sleep(sentRows < longRows ? betweenMs : betweenWhenLongMs);
    if (isOver()) return;
    state = 'idle';
    send();
    if (rows.size > 0) void soon();
  }

  return {
    row: (row: KeyRow): void => {
      rows.set(row.arn, row);
      void soon();
    },
    gone: (arn: string): void => {
      rows.delete(arn);
      gone.add(arn);
      void soon();
    },
    /** Something is new about a Region. */
    region: (): void => void soon(),
    /** Sends what is left. Nothing is sent afterwards. */
    end: (): void => {
      if (isOver()) return;
      state = 'over';
      do send();
      while (rows.size > 0);
    },
  };
}
