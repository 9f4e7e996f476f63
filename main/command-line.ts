/**
 * Decides which command line arguments the app accepts. Chromium and Node honour hundreds of switches (a debugger port,
 * a proxy, a command that starts the page's process), and no fuse covers most of them.
 */

/** Finder adds this to apps started from a disk image. */
const fromFinder = /^-psn_\d+_\d+$/;

/** Switches that only an unpackaged app accepts: tests drive it, and root cannot use Chromium's sandbox. */
const forDevelopment = new Set(['--no-sandbox', '--inspect=0', '--remote-debugging-port=0']);

/** EX_CONFIG of sysexits.h: the exit code when an argument is refused. */
export const refusedArgumentExitCode = 78;

/**
 * The first switch that the app refuses, if there is one. Plain words (a folder, a file dropped on the icon) are not
 * switches.
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
 * The words that could name files. All switches are left out, because Chromium adds its own when a second start passes
 * its command line on.
 *
 * @param argv what follows the executable's own name
 */
export function plainWords(argv: readonly string[], platform: NodeJS.Platform): readonly string[] {
  return argv.filter((argument) => !isSwitch(argument, platform));
}

/** On Windows Chromium takes a leading slash for a switch as well. */
const isSwitch = (argument: string, platform: NodeJS.Platform): boolean =>
  argument.startsWith('-') || (platform === 'win32' && argument.startsWith('/'));
