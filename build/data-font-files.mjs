// The UI kit's style sheets contain their fonts as data: URIs, which the page's policy refuses. This plugin writes the
// fonts that the page uses to files, and drops the others.
import { createHash } from 'node:crypto';

const dataFont =
  /url\((["']?)data:(?:font|application)\/(?:x-)?(?:font-)?(woff2?|ttf|otf)(?:;[\w=-]+)*;base64,([\w+/=]+)\1\)/g;

export const fontFace = /@font-face\s*\{[^}]*\}/g;
/** @param {string} rule */
const isSetIn = (rule) =>
  !/font-weight:\s*(?:300|800)\b/.test(rule) && !/font-weight:\s*700\b[^}]*font-style:\s*italic/.test(rule);

/** @returns {import('vite').Plugin} */
export function dataFontFiles() {
  return {
    name: 'keyferry:data-font-files',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        const css = typeof asset.source === 'string' ? asset.source : Buffer.from(asset.source).toString();
        const used = css.replace(fontFace, (rule) => (isSetIn(rule) ? rule : ''));
        asset.source = used.replace(dataFont, (...[, , extension, base64]) => {
          const source = Buffer.from(base64, 'base64');
          const name = createHash('sha256').update(source).digest('hex').slice(0, 12);
          const fileName = `assets/${name}.${extension}`;
          if (!(fileName in bundle)) this.emitFile({ type: 'asset', fileName, source });
          return `url(/${fileName})`;
        });
        if (/data:(?:font|application)/.test(asset.source)) {
          this.error(`${asset.fileName} still holds a data: font, which the page's policy would refuse.`);
        }
      }
    },
  };
}
