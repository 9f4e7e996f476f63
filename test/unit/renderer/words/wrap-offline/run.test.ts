import { describe, expect, it } from 'vitest';
import { wrapStages } from '../../../../../main/shared/progress';
import { progressText } from '../../../../../renderer/words/wrap-offline/run';

const states = ['waiting', 'running', 'done', 'failed'] as const;

describe('the words of the checklist', () => {
  it('differ for each stage and state, so that a screen reader hears each change', () => {
    const said = wrapStages.flatMap((stage) => states.map((state) => progressText(stage, state)));
    expect(new Set(said).size).toBe(wrapStages.length * states.length);
  });
});
