import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeNode } from '../../build/node-version.mjs';

const textOf = (file: string): string => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');

describe('set-up', () => {
  it.each(['0.12.18', '18.20.8', '20.18.3'])(
    'stops on Node %s, and says in one line what it needs',
    (version) => {
      expect(judgeNode(version)).toEqual({
        stops: true,
        line: `Keyferry needs Node 22.13 or newer; this is ${version}. Node 24 is recommended.`,
      });
    },
  );

  it.each(['20.19.0', '20.20.2'])('goes on with Node %s, and says in one line when that ends', (version) => {
    const judged = judgeNode(version);
    expect(judged?.stops).toBe(false);
    expect(judged?.line).toMatch(/^Node 20\.\d+\.\d+ still works, but .*January 2027.*$/);
  });

  it.each(['21.7.3', '22.12.0', '23.11.1'])(
    'goes on with Node %s, and says that it is not supported',
    (version) => {
      expect(judgeNode(version)).toEqual({
        stops: false,
        line: `Node ${version} is not supported and may not work. Node 24 is recommended.`,
      });
    },
  );

  it('has nothing to say of what package.json supports and .nvmrc recommends', () => {
    const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
    const oldest = engines.node.match(/\d+\.\d+\.\d+/g) ?? [];
    expect(oldest).toEqual(['22.13.0', '24.0.0']);
    for (const version of [...oldest, '26.1.0']) expect(judgeNode(version)).toBeUndefined();
    expect(judgeNode(`${textOf('.nvmrc').trim()}.0.0`)).toBeUndefined();
  });
});
