// Imported first by every script, before anything that an old Node could not read.

/**
 * Whether this Node.js can run the project; the same range as `engines` in package.json.
 *
 * @param {string} version such as `v22.12.0`
 */
export function supportsNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

if (!supportsNode(process.versions.node)) {
  console.error(
    `This project needs Node.js 20.19 (or a later 20), 22.12 (or a later 22), or 24 and up. This is ${process.version}.\n` +
      'Get a current version from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
