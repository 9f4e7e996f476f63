import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createRequestHandler } from '../../../main/aws/transport/request-handler';
import { openSession } from '../../../main/aws/open-session';
import { createPracticeAws } from '../../../main/practice/practice-aws';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import { encodingsOf, findSecret } from '../../helpers/secret-encodings';
import { makeAuthority, startTlsServer } from '../../helpers/tls-server';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectListed, expectStopped, sentCount } from '../life';
import { makeShares } from '../material-in-shares';
import { lifeOnTheWire } from '../life-on-the-wire';

const step = 'Credentials';
const refused = { name: 'AccessDeniedException' } as const;
const tokenOver = { name: 'ExpiredTokenException' } as const;

export const credentialRows: readonly FaultRow[] = [
  {
    id: 'F-11',
    step,
    fault: 'no keyring on this computer',
    expected: 'credentials are in memory alone; nothing of them is written',
    note: 'No keyring is ever used: what an interrupted ceremony leaves on the disk is looked through.',
    how: async () => {
      const life = await beginLife();
      const { material } = await makeShares(life.bench);
      life.bench.way.fail('ImportKeyMaterial', refused);
      await life.bench.create({ material });
      await expectListed(life);
      const written = Buffer.concat(
        readdirSync(life.folder).map((name) => readFileSync(join(life.folder, name))),
      );
      expect(written.length).toBeGreaterThan(1000);
      const { accessKeyId, secretAccessKey } = life.bench.credentials;
      for (const secret of [accessKeyId, secretAccessKey]) {
        expect(findSecret(written, encodingsOf(Buffer.from(secret)))).toEqual([]);
      }
      const planted = Buffer.from(secretAccessKey);
      expect(findSecret(Buffer.concat([written, planted]), encodingsOf(planted))).not.toEqual([]);
    },
  },
  {
    id: 'F-12',
    step,
    fault: 'the session token has expired',
    expected: 'sign in again; the run is kept, and goes on at the same step',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.fail('CreateAlias', tokenOver);
      const run = await bench.create({ material });
      await expectStopped(life, run, { code: 'credentials.expired', next: 'sign-in' });
      const { view } = await bench.signIn();
      await expectFinished(life, valueOf(await bench.continueRun({ run: run.run, session: view.session })));
      expect(sentCount(bench, 'CreateKey')).toBe(1);
    },
  },
  {
    id: 'F-13',
    step,
    fault: 'the session expires in the middle of a run',
    expected: 'sign in again; no step that is done is repeated',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.fail('ImportKeyMaterial', tokenOver);
      const run = await bench.create({ material });
      await expectStopped(life, run, { code: 'credentials.expired', next: 'sign-in' });
      const { view } = await bench.signIn();
      await expectFinished(life, valueOf(await bench.continueRun({ run: run.run, session: view.session })));
      for (const operation of ['CreateKey', 'CreateAlias', 'GetParametersForImport']) {
        expect(sentCount(bench, operation)).toBe(1);
      }
    },
  },
  {
    id: 'F-14',
    step,
    fault: 'the account differs from the one the run began in',
    expected: 'refused, with both accounts named; nothing is sent',
    how: async () => {
      const life = await beginLife();
      life.bench.way.fail('CreateAlias', refused);
      const run = await life.bench.create();
      await expectStopped(life, run, { code: 'aws.accessDenied', next: 'continue' });
      const { clock } = life.bench;
      const practice = createPracticeAws({ now: clock.now, accountId: '999988887777' });
      const other = await life.next({ practice });
      const sent = other.bench.way.sent.length;
      const session = other.bench.session.view.session;
      const answer = await other.bench.resumeRun({ run: run.run, session });
      expect(answer).toMatchObject({
        error: {
          code: 'run.otherAccount',
          facts: { accountId: '999988887777', runAccountId: '111122223333' },
        },
      });
      expect(other.bench.way.sent.slice(sent)).toEqual([]);
      await expectListed(life);
    },
  },
  {
    id: 'F-15',
    step,
    fault: 'the Region differs when the run goes on',
    expected: 'refused; the run keeps its Region',
    note: 'The screen offers no Region for unfinished work, so main is asked directly.',
    how: async () => {
      const life = await beginLife();
      life.bench.way.fail('CreateAlias', refused);
      const run = await life.bench.create();
      const { bench } = await life.next();
      const other = await bench.signIn('us-east-1');
      const request = { run: run.run, session: other.view.session };
      expect(codeOf(await bench.resumeRun(request))).toBe('run.otherAccount');
      expect((await expectListed(life)).region).toBe('eu-central-1');
    },
  },
  {
    id: 'F-16',
    step,
    fault: 'one action is denied',
    expected: 'the action is named; the step stays open',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.fail('ImportKeyMaterial', {
        name: 'AccessDeniedException',
        message:
          'User: arn:aws:iam::111122223333:user/jo is not authorized to perform: kms:ImportKeyMaterial on resource: x because no identity-based policy allows the kms:ImportKeyMaterial action',
      });
      const run = await bench.create({ material });
      expect(run.failure?.error.facts).toMatchObject({ action: 'kms:ImportKeyMaterial' });
      await expectStopped(life, run, { code: 'aws.accessDenied', next: 'continue' });
      await expectFinished(life, await bench.goOn(run));
    },
  },
  {
    id: 'F-17',
    step,
    fault: 'a captive portal answers CreateKey with a web page',
    expected: 'it is said not to be AWS; CreateKey is sent once, and looked up',
    how: async () => {
      await lifeOnTheWire(async (life, wire) => {
        const { bench } = life;
        const struck = wire.fail('CreateKey', 'unheard, web page');
        const run = await bench.create();
        await struck;
        await expectStopped(life, run, { code: 'run.createUnknown', next: 'continue', keys: 0 });
        void wire.fail('GetParametersForImport', 'unheard, web page');
        const again = await bench.goOn(run);
        await expectStopped(life, again, { code: 'network.notAws', next: 'continue' });
        await expectFinished(life, await bench.goOn(again));
      });
    },
  },
  {
    id: 'F-18',
    step,
    fault: 'somebody intercepts TLS with a certificate that nobody trusts',
    expected: 'a hard stop: no session, no way round, no credential sent',
    how: async () => {
      let asked = 0;
      const authority = makeAuthority('localhost');
      const server = await startTlsServer(authority, (_request, response) => {
        asked += 1;
        response.end();
      });
      const requestHandler = createRequestHandler({
        proxy: { choice: { kind: 'none' }, environment: {}, resolveProxy: () => Promise.resolve('DIRECT') },
      });
      try {
        const opened = await openSession({
          mode: 'aws',
          region: 'eu-central-1',
          credentials: {
            accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
            secretAccessKey: randomBytes(30).toString('base64'),
          },
          reach: () => ({
            region: 'eu-central-1',
            endpoint: `https://localhost:${server.port}`,
            requestHandler,
            useFipsEndpoint: false,
            useDualstackEndpoint: false,
          }),
          patience: { sleep: () => Promise.resolve(), random: () => 0 },
        });
        expect(codeOf(opened)).toBe('network.untrustedCertificate');
        expect(asked).toBe(0);
      } finally {
        requestHandler.destroy();
        await server.close();
      }
    },
  },
];
