import { describe, expect, it } from 'vitest';
import { chooseTarget, type AgainMaterial } from '../../../main/run/again-target';

const wanted = 'a'.repeat(16);
const material = (id: string, checkValue?: string): AgainMaterial => ({
  id,
  isNeeded: true,
  isThere: false,
  ...(checkValue === undefined ? {} : { checkValue }),
});
const [first, second] = [material('first', 'b'.repeat(16)), material('second', wanted)];
const [silent, other] = [material('silent'), material('other')];

describe('the material that a copy is of', () => {
  it('is the one that says its check value, wherever it stands', () => {
    for (const materials of [
      [first, second],
      [second, first],
      [silent, second],
    ]) {
      expect(chooseTarget(materials, wanted)).toEqual({
        ok: true,
        value: { target: { keyMaterialId: 'second', checkValue: wanted }, isThere: false },
      });
    }
  });

  it('is the only one of which nothing is known, where no other says it', () => {
    const chosen = { ok: true, value: { target: { keyMaterialId: 'silent' }, isThere: false } };
    expect(chooseTarget([silent], wanted)).toEqual(chosen);
    expect(chooseTarget([first, silent], wanted)).toEqual(chosen);
  });

  it('is for AWS to find out where several may be meant, or none is known', () => {
    const open = { ok: true, value: undefined };
    expect(chooseTarget([silent, other], wanted)).toEqual(open);
    expect(chooseTarget([], wanted)).toEqual(open);
    expect(chooseTarget(undefined, wanted)).toEqual(open);
    expect(chooseTarget([first, second], undefined)).toEqual(open);
  });

  it('is none of a key whose materials all say another check value', () => {
    expect(chooseTarget([first], wanted)).toMatchObject({
      ok: false,
      error: { code: 'copy.otherMaterial', facts: { expected: 'b'.repeat(16), found: wanted } },
    });
  });
});
