/**
 * Lets two paths of one file system change places in a single step, so that neither is ever missing. Node has no call for
 * it; Linux and macOS have. False where the system, the file system or an installation without koffi cannot; nothing has
 * been touched then.
 */
export async function exchange(one: string, other: string): Promise<boolean> {
  try {
    const { default: koffi } = await import('koffi');
    const system = koffi.load(null);
    if (process.platform === 'linux') {
      const rename = system.func('int renameat2(int, const char *, int, const char *, unsigned int)') as (...args: unknown[]) => number;
      return rename(currentFolder, one, currentFolder, other, renameExchange) === 0;
    }
    if (process.platform !== 'darwin') return false;
    const rename = system.func('int renamex_np(const char *, const char *, unsigned int)') as (...args: unknown[]) => number;
    return rename(one, other, renameSwap) === 0;
  } catch {
    return false;
  }
}

/** AT_FDCWD and RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS. */
const currentFolder = -100;
const renameExchange = 2;
const renameSwap = 2;
