/** Countries that print on US Letter, from the Unicode CLDR (supplemental data, `paperSize`). */
const letterCountries = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ');

export type PageSize = 'A4' | 'Letter';

/** The paper size of a country. @param country ISO 3166-1 alpha-2; A4 if it is empty. */
export function pageSizeOf(country: string): PageSize {
  return letterCountries.includes(country.toUpperCase()) ? 'Letter' : 'A4';
}
