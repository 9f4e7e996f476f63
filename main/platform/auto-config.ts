/** Whether a system's settings name a proxy configuration script (PAC). `unknown`: they could not be read. */
export type AutoConfig = 'none' | 'script' | 'unknown';

// WPAD, which looks for a script on the network, counts as none: it is usual on Windows, and Keyferry does not use it.

/** Reads `gsettings list-recursively org.gnome.system.proxy`: one line per key, `SCHEMA KEY VALUE`. */
export function readGsettings(text: string): AutoConfig {
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^org\\.gnome\\.system\\.proxy ${key} '(.*)'\\r?$`, 'm').exec(text)?.[1];
  return valueOf('mode') === 'auto' && isSet(valueOf('autoconfig-url')) ? 'script' : 'none';
}

/** Reads KDE's file `kioslaverc`. `ProxyType`: 0 none, 1 manual, 2 a script, 3 found on the network, 4 variables. */
export function readKioslaverc(text: string): AutoConfig {
  const [, section = ''] = /^\[Proxy Settings\](?:\[.*\])?\s*$([^]*?)(?=^\[|$(?![^]))/m.exec(text) ?? [];
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^${key}(?:\\[.*?\\])? *= *(.*?)\\s*$`, 'm').exec(section)?.[1];
  return valueOf('ProxyType') === '2' && isSet(valueOf('Proxy Config Script')) ? 'script' : 'none';
}

/** Reads `reg query` of a key of “Internet Settings”: one line per value, `NAME TYPE DATA`. */
export function readRegistry(text: string): AutoConfig {
  return isSet(/^[ \t]+AutoConfigURL[ \t]+REG_(?:EXPAND_)?SZ[ \t]*(.*?)\r?$/im.exec(text)?.[1])
    ? 'script'
    : 'none';
}

/** Reads `scutil --proxy`: a dictionary with one line per entry, `KEY : VALUE`. */
export function readScutil(text: string): AutoConfig {
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^\\s*ProxyAutoConfig${key} : (.*?)\\s*$`, 'm').exec(text)?.[1];
  const hasScript = isSet(valueOf('URLString')) || isSet(valueOf('JavaScript'));
  return valueOf('Enable') === '1' && hasScript ? 'script' : 'none';
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
