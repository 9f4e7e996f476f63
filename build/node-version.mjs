// Which Node may run the scripts. What is supported stands in package.json as well, in engines: every dependency
// takes it.

const recommended = 'Node 24 is recommended.';

/**
 * Stops only where the tools do not load. Node 20 is at its end of life and works as long as the pinned AWS SDK takes
 * it.
 * @param {string} version as process.versions.node has it
 * @returns {{ stops: boolean, line: string } | undefined} undefined for a version that is supported
 */
export function judgeNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return { stops: true, line: `Keyferry needs Node 22.13 or newer; this is ${version}. ${recommended}` };
  }
  if (major === 20) {
    const until = 'new versions of the AWS SDK need Node 22 from January 2027 on';
    return { stops: false, line: `Node ${version} still works, but ${until}. ${recommended}` };
  }
  if (major === 21 || major === 23 || (major === 22 && minor < 13)) {
    return { stops: false, line: `Node ${version} is not supported and may not work. ${recommended}` };
  }
  return undefined;
}
