import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { troubleshootingPage } from '../../../build/troubleshooting-page.mjs';
import { commonErrors, serviceErrors } from '../../../main/aws/errors/service-errors';
import { errorTexts } from '../../../renderer/words/errors';

const tables = [...Object.values(serviceErrors), commonErrors];
const page = readFileSync(resolve(import.meta.dirname, '../../../docs/guide/troubleshooting.md'), 'utf8');

describe('the page on troubleshooting', () => {
  it('says what the app says now; npm run troubleshooting renews it', async () => {
    expect((await troubleshootingPage(errorTexts, tables)) === page).toBe(true);
  });

  it('has every code, and every name that AWS gives', () => {
    const names = [...Object.keys(errorTexts), ...tables.flatMap((table) => Object.keys(table))];
    expect(names.length).toBeGreaterThan(250);
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('cannot be made where a code has no chapter', async () => {
    const words = { title: '', meaning: '', next: '' };
    await expect(troubleshootingPage({ 'nowhere.x': () => words }, [])).rejects.toThrow('nowhere');
  });
});
