import { release } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { isKeptBeside } from './data-folder';
import { keptNames } from './environment';
import { refusedRequests } from './lockdown';
import { logFolder } from './menu';
import { buildSha256 } from './platform/build-sha256';
import { readLog } from './platform/log-file';
import type { OrganisationView } from './shared/views/organisation';

/** It does not change while the app runs, and reading it takes a moment. */
let build: Promise<string> | undefined;

/**
 * Versions, settings and the log, for a report.
 *
 * SECURITY: of the environment only the names of variables are taken: a value may be a credential, a host or a path.
 */
export async function supportFacts(organisation: OrganisationView | undefined) {
  const { electron, chrome, node } = process.versions;
  const names = keptNames(process.env);
  return {
    versions: {
      Keyferry: app.getVersion(),
      'Build (SHA-256)': await (build ??= buildSha256(join(app.getAppPath(), 'out'))),
      Electron: electron,
      Chromium: chrome,
      Node: node,
      System: `${process.platform} ${release()}, ${process.arch}`,
    },
    settings: {
      Packaged: yesOrNo(app.isPackaged),
      'Data is kept beside the app': yesOrNo(isKeptBeside(app.getPath('userData'))),
      Language: app.getLocale(),
      'Minutes from UTC': String(-new Date().getTimezoneOffset()),
      'Set by the organisation (only the names)': namesIn(organisation),
      'Network requests refused': String(refusedRequests()),
      'Variables that are set (only their names)': names.length === 0 ? 'none' : names.join(', '),
    },
    log: await readLog(logFolder()),
  };
}

function namesIn(organisation: OrganisationView | undefined): string {
  if (organisation === undefined) return 'nothing';
  return organisation.state === 'refused'
    ? organisation.error.code
    : Object.keys(organisation.settings).join(', ');
}

const yesOrNo = (isSo: boolean): string => (isSo ? 'yes' : 'no');
