/** First script of the page: keeps what the content security policy objects to, from the first byte on. */
const violations: string[] = [];

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  violations.push(`${effectiveDirective} ${blockedURI}`);
});

Object.assign(globalThis, { violations });
