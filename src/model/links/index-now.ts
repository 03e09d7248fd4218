import { site } from '../../site.ts';

/** Addresses whose words are new or other than at the last deploy, from the two lists of content hashes. */
export function changedAddresses(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return Object.keys(after).filter((address) => before[address] !== after[address]);
}

/** The body of a submission (indexnow.org/documentation); `home` is the address of the site. */
export function submission(home: string, addresses: readonly string[]): object {
  return {
    host: new URL(home).host,
    key: site.indexNowKey,
    keyLocation: new URL(`${site.indexNowKey}.txt`, home).href,
    urlList: addresses,
  };
}
