import type { WrapProgress, WrapStage } from '../../../main/shared/progress';

export const runPage = {
  title: 'Wrapping and saving',
  lead: 'This takes a few seconds. Leave the window open.',
  list: 'Progress',
} as const;

export type RowState = WrapProgress['state'] | 'waiting';

interface StageWords {
  readonly todo: string;
  readonly doing: string;
  readonly done: string;
}

const stageWords: Record<WrapStage, StageWords> = {
  'self-test': {
    todo: 'Test the wrapping with a throw-away key pair',
    doing: 'Testing the wrapping with a throw-away key pair',
    done: 'Wrapping tested with a throw-away key pair',
  },
  material: {
    todo: 'Make or read the key material',
    doing: 'Making or reading the key material',
    done: 'Key material ready',
  },
  wrap: {
    todo: 'Wrap the key material',
    doing: 'Wrapping the key material',
    done: 'Key material wrapped',
  },
  erase: {
    todo: 'Erase the key material from memory',
    doing: 'Erasing the key material from memory',
    done: 'Key material erased from memory',
  },
  save: { todo: 'Save the files', doing: 'Saving the files', done: 'Files saved' },
  'read-back': {
    todo: 'Read the files back and compare',
    doing: 'Reading the files back and comparing',
    done: 'Files read back and compared',
  },
};

/** One row of the checklist. */
export function progressText(stage: WrapStage, state: RowState): string {
  const words = stageWords[stage];
  switch (state) {
    case 'waiting':
      return words.todo;
    case 'running':
      return words.doing;
    case 'done':
      return words.done;
    case 'failed':
      return `Not done: ${words.todo.toLowerCase()}`;
  }
}
