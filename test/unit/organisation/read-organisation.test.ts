import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { organisationPlace, type OrganisationPlace } from '../../../main/organisation/organisation-place';
import { settingsJsonSchema } from '../../../main/organisation/parse-settings';
import { readOrganisation } from '../../../main/organisation/read-organisation';
import { writeSettings } from '../../helpers/organisation-file';
import { newFolder } from '../../helpers/saved-record';
import { makeAuthority } from '../../helpers/tls-server';
import { sha256Of } from '../../helpers/sha256-of';

const faultOf = async (place: OrganisationPlace): Promise<string> => {
  const found = (await readOrganisation(place))?.view;
  if (found?.state !== 'refused') return found?.state ?? 'no file';
  const facts = Object.entries(found.error.facts ?? {}).map(([name, value]) => ` ${name}=${value}`);
  return `${found.error.code}${facts.join('')}`;
};
const faultIn = (text: string): Promise<string> => faultOf(writeSettings(text).place);

describe('the settings of an organisation', () => {
  it('are those of the file, with the hash of its bytes', async () => {
    const { place } = writeSettings({ copyRequired: true, leastShares: { needed: 2, custodians: 3 } });
    expect((await readOrganisation(place))?.view).toEqual({
      file: place.file,
      state: 'in-force',
      sha256: sha256Of(place.file),
      settings: { version: 1, copyRequired: true, leastShares: { needed: 2, custodians: 3 } },
    });
  });

  it('are none where there is no file, or no folder', async () => {
    const { place } = writeSettings({});
    rmSync(place.file);
    expect(await readOrganisation(place)).toBeUndefined();
    rmSync(place.folder, { recursive: true });
    expect(await readOrganisation(place)).toBeUndefined();
  });

  it.each([
    [
      'a setting that nobody knows',
      '{\n"version": 1,\n"copyRequierd": true\n}',
      'unknown line=3 setting=copyRequierd',
    ],
    ['one within another', '{"version":1,\n"leastShares":{\n"of": 3}}', 'unknown line=3 setting=of'],
    [
      'a setting twice',
      '{"version":1,\n"copyRequired":true,\n"copyRequired":false}',
      'duplicate line=3 setting=copyRequired',
    ],
    ['a missing bracket', '{\n"version": 1\n', 'notJson line=3'],
    ['a missing comma', '{\n"version": 1\n"copyRequired": true\n}', 'notJson line=3'],
    ['a comment', '{\n// ours\n"version": 1\n}', 'notJson line=2'],
    ['nothing', '', 'notJson line=1'],
    ['a list', '[1]', 'notJson line=1'],
    [
      'a word in place of true',
      '{"version":1,\n"copyRequired":"yes"}',
      'badValue line=2 setting=copyRequired',
    ],
    [
      'more shares needed than there are',
      '{"version":1,\n"leastShares":{"needed":3,"custodians":2}}',
      'badValue line=2 setting=leastShares',
    ],
    ['a later version', '{\n"version": 2}', 'badValue line=2 setting=version'],
    ['no version', '{\n"copyRequired": true}', 'missing setting=version'],
    ['a name that hides', '{"version":1,\n"a\u202eb": 1}', 'unknown line=2 setting=a\uFFFDb'],
    ['eight kilobytes and more', `{"version":1}${' '.repeat(8192)}`, 'tooLong maxBytes=8192'],
  ])('are refused, with their line: %s', async (_name, text, fault) => {
    expect(await faultIn(text)).toBe(`organisation.${fault}`);
  });

  it('are refused where they are not text', async () => {
    const { place } = writeSettings('{}');
    writeFileSync(place.file, Buffer.from([0x7b, 0x0a, 0x22, 0xff, 0x22]));
    expect(await faultOf(place)).toBe('organisation.notJson line=2');
  });
});

describe('a file of settings that others can change', () => {
  const change = (how: (place: OrganisationPlace) => void): Promise<string> => {
    const { place } = writeSettings({});
    how(place);
    return faultOf(place);
  };
  const moveAside = (path: string): string => {
    const aside = `${path}-aside`;
    renameSync(path, aside);
    return aside;
  };

  it.each<[string, (place: OrganisationPlace) => void, string]>([
    ['the group may write', ({ file }) => chmodSync(file, 0o664), 'writable'],
    ['everybody may write', ({ file }) => chmodSync(file, 0o646), 'writable'],
    ['the group may write to the folder', ({ folder }) => chmodSync(folder, 0o775), 'folderWritable'],
    ['everybody may write to the folder', ({ folder }) => chmodSync(folder, 0o1777), 'folderWritable'],
    [
      'it is not there, and others may have taken it away',
      ({ file, folder }) => {
        rmSync(file);
        chmodSync(folder, 0o775);
      },
      'folderWritable',
    ],
    ['it is a link', ({ file }) => symlinkSync(moveAside(file), file), 'link'],
    ['its folder is a link', ({ folder }) => symlinkSync(moveAside(folder), folder), 'folderLink'],
    [
      'it is a folder',
      ({ file }) => {
        rmSync(file);
        mkdirSync(file);
      },
      'notAFile',
    ],
  ])('is refused: %s', async (_name, how, reason) => {
    expect(await change(how)).toBe(`organisation.unsafe reason=${reason}`);
  });

  it('is refused where it, or its folder, belongs to somebody else', async () => {
    const { place } = writeSettings({});
    const others = [(process.getuid?.() ?? 0) + 1];
    expect(await faultOf({ ...place, owners: others })).toBe('organisation.unsafe reason=folderOwner');
  });

  it('is refused on Windows where the person who uses the app may write to it', async () => {
    const { place } = writeSettings({});
    expect(await faultOf({ ...place, platform: 'win32' })).toBe('organisation.unsafe reason=writable');
  });
});

describe('the place of the settings', () => {
  it.each([
    ['linux', '/etc/keyferry/settings.json'],
    ['darwin', '/Library/Application Support/Keyferry/settings.json'],
    ['win32', 'C:\\ProgramData\\Keyferry\\settings.json'],
  ] as const)(
    'is one that only an administrator can write to, whatever the environment says: %s',
    (platform, file) => {
      expect(organisationPlace(platform, undefined)).toMatchObject({ file, owners: [0] });
    },
  );
});

describe('docs/organisation-settings.schema.json', () => {
  it('is the form that the app reads', () => {
    const published = join(import.meta.dirname, '../../../docs/organisation-settings.schema.json');
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(settingsJsonSchema());
  });
});

describe('the certificate authorities that the settings name', () => {
  const withFile = (pem: string | undefined, mode = 0o644) => {
    const path = join(newFolder(), 'company.pem');
    if (pem !== undefined) writeFileSync(path, pem, { mode });
    chmodSync(dirname(path), 0o755);
    if (pem !== undefined) chmodSync(path, mode);
    return writeSettings({ certificateAuthorities: path }).place;
  };
  const { ca } = makeAuthority('aws.example');

  it('are those of the file', async () => {
    const found = await readOrganisation(withFile(ca));
    expect(found?.authorities).toMatchObject({ fileName: 'company.pem', certificates: [{}] });
  });

  it.each<[string, string | undefined, number, string]>([
    ['it is not there', undefined, 0o644, 'absent'],
    ['others may change it', ca, 0o666, 'writable'],
    ['no certificate is in it', 'nothing\n', 0o644, 'noCertificate'],
  ])('are refused, and with them the settings, where %s', async (_name, pem, mode, reason) => {
    expect(await faultOf(withFile(pem, mode))).toBe(`organisation.authorities reason=${reason}`);
  });

  it('are refused where the path is not a full one', async () => {
    expect(await faultIn('{"version":1,"certificateAuthorities":"company.pem"}')).toBe(
      'organisation.authorities reason=path',
    );
  });
});
