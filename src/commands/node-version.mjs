// Plain JavaScript of an old kind: it must run on every Node that npm runs on, to say that this one is too old.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This project needs Node 22.18 or newer; this is Node ${process.versions.node}.\n` +
      'On Linux (x64, arm64) npm ci installs a fitting Node with the project: run npm ci again, without --omit=optional.\n' +
      'Elsewhere install Node 24 and run the command again.',
  );
  process.exit(1);
}
