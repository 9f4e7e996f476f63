/** What the settings of a system say of a proxy configuration script (PAC). `unknown`: they could not be read. */
export type AutoConfig = 'none' | 'script' | 'unknown';

// To find a script by asking around on the network (WPAD) names none: that is usual on Windows, and is not used.

/** Reads `gsettings list-recursively org.gnome.system.proxy`: a line a key, `SCHEMA KEY VALUE`. */
export function readGsettings(text: string): AutoConfig {
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^org\\.gnome\\.system\\.proxy ${key} '(.*)'\\r?$`, 'm').exec(text)?.[1];
  return valueOf('mode') === 'auto' && isSet(valueOf('autoconfig-url')) ? 'script' : 'none';
}

/** Reads KDE's file `kioslaverc`. `ProxyType`: 0 none, 1 by hand, 2 by a script, 3 found on the network, 4 by variables. */
export function readKioslaverc(text: string): AutoConfig {
  const [, section = ''] = /^\[Proxy Settings\](?:\[.*\])?\s*$([^]*?)(?=^\[|$(?![^]))/m.exec(text) ?? [];
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^${key}(?:\\[.*?\\])? *= *(.*?)\\s*$`, 'm').exec(section)?.[1];
  return valueOf('ProxyType') === '2' && isSet(valueOf('Proxy Config Script')) ? 'script' : 'none';
}

/** Reads `reg query` of a key of “Internet Settings”: its values, a line each, `NAME TYPE DATA`. */
export function readRegistry(text: string): AutoConfig {
  return isSet(/^[ \t]+AutoConfigURL[ \t]+REG_(?:EXPAND_)?SZ[ \t]*(.*?)\r?$/im.exec(text)?.[1])
    ? 'script'
    : 'none';
}

/** Reads `scutil --proxy`: a dictionary, a line an entry, `KEY : VALUE`. */
export function readScutil(text: string): AutoConfig {
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^\\s*ProxyAutoConfig${key} : (.*?)\\s*$`, 'm').exec(text)?.[1];
  const hasScript = isSet(valueOf('URLString')) || isSet(valueOf('JavaScript'));
  return valueOf('Enable') === '1' && hasScript ? 'script' : 'none';
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
