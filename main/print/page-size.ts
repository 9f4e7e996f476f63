/** Countries that print on US Letter, as the Unicode CLDR has them (supplemental data, `paperSize`). */
const letterCountries = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ');

export type PageSize = 'A4' | 'Letter';

/** The paper of a country; A4 where the system names none. `country`: ISO 3166-1 alpha-2, or empty. */
export function pageSizeOf(country: string): PageSize {
  return letterCountries.includes(country.toUpperCase()) ? 'Letter' : 'A4';
}
