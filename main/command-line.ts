/**
 * Decides which arguments the app starts with. Chromium and Node honour hundreds of switches (a debugger port, a
 * proxy, a command to start the page's process with), and no fuse covers most of them.
 */

/** Finder adds this to apps started from a disk image. */
const fromFinder = /^-psn_\d+_\d+$/;

/** What an unpackaged app may also be given: tests drive it, and root cannot use Chromium's sandbox. */
const forDevelopment = new Set(['--no-sandbox', '--inspect=0', '--remote-debugging-port=0']);

/** Sysexits' EX_CONFIG: what the process ends with when an argument is refused. */
export const refusedArgumentExitCode = 78;

/**
 * The first switch that the app refuses to start with, if there is one. Plain words (a folder, a file that was
 * dropped on the icon) are no switches.
 *
 * @param argv what follows the executable's own name
 */
export function refusedArgument(
  argv: readonly string[],
  isPackaged: boolean,
  platform: NodeJS.Platform,
): string | undefined {
  return argv.find((argument) => {
    if (!isSwitch(argument, platform) || fromFinder.test(argument)) return false;
    return isPackaged || !forDevelopment.has(argument);
  });
}

/**
 * What could name files. Chromium adds switches of its own to what another start passes on, so all are left out.
 *
 * @param argv what follows the executable's own name
 */
export function plainWords(argv: readonly string[], platform: NodeJS.Platform): readonly string[] {
  return argv.filter((argument) => !isSwitch(argument, platform));
}

/** On Windows Chromium takes a leading slash for a switch as well. */
const isSwitch = (argument: string, platform: NodeJS.Platform): boolean =>
  argument.startsWith('-') || (platform === 'win32' && argument.startsWith('/'));
