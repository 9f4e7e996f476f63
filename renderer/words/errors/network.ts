import { because, quoted, withFact, type TextsOf } from './error-text';

const settings = 'Connection settings on the page “Sign in”';

export const networkTexts: TextsOf<'network'> = {
  'network.unreachable': (facts) => ({
    title: 'AWS cannot be reached',
    meaning: `This computer found no way to ${quoted(facts, 'host', 'the address of AWS')}. It may be offline, or a firewall may stand in between.`,
    next: `Check the network, and try again. If your company uses a proxy, set it under ${settings}.`,
  }),
  'network.timedOut': (facts) => ({
    title: 'AWS did not answer in time',
    meaning: `Keyferry stopped waiting${withFact(facts, 'seconds', (seconds) => ` after ${seconds} seconds`)}. The network is slow, or a proxy or firewall swallows the requests.`,
    next: `Try again. If it happens again, check the proxy under ${settings}.`,
  }),
  'network.reset': () => ({
    title: 'The connection to AWS broke off',
    meaning: 'It was cut in the middle of a request, by the network or by a device on the way.',
    next: 'Check the network, and try again.',
  }),
  'network.untrustedCertificate': (facts) => {
    if (facts['kind'] === 'file') {
      return {
        title: 'This file holds no certificate authority that can be trusted',
        meaning: because(
          facts,
          {
            privateKey: 'It holds a private key, which does not belong in it.',
            noCertificate: 'There is no certificate in PEM form in it.',
            notAnAuthority: 'There is a certificate in it that is not an authority.',
            tooMany:
              'It holds more than 16 certificates: a company has a few of its own, and nobody can look at so many.',
          },
          'A certificate in it cannot be read.',
        ),
        next: 'Ask the people who run your network for the PEM file of their certificate authority.',
      };
    }
    return {
      title: 'The answer does not come from AWS, or your network opens the encryption',
      meaning:
        'The certificate in the answer is not from an authority that this computer trusts. Many companies inspect encrypted traffic in this way; so does an eavesdropper.',
      next: `Ask the people who run your network. If the certificate is theirs, choose their PEM file under ${settings}.`,
    };
  },
  'network.proxy': (facts) => ({
    title: 'The proxy does not let Keyferry through',
    meaning: `It was not reached, or it refused${withFact(facts, 'httpStatus', (status) => ` (status ${status})`)}. It may want a password.`,
    next: `Check the proxy under ${settings}, or ask the people who run your network.`,
  }),
  'network.proxyScript': (facts) => ({
    title:
      facts['kind'] === 'EPROXYUNKNOWN'
        ? 'Keyferry cannot tell which proxy this computer uses'
        : 'This computer chooses its proxy with a script, and Keyferry does not run it',
    meaning:
      facts['kind'] === 'EPROXYUNKNOWN'
        ? 'The settings of the system could not be read, so there may be a proxy that has to be used. Nothing was sent.'
        : 'The settings of the system name a proxy configuration script (PAC). Without it, requests could bypass a proxy that has to be used. Nothing was sent.',
    next: `Ask the people who run your network for the address of the proxy, and type it under ${settings}. If none is needed for AWS, choose “No proxy” there.`,
  }),
  'network.notAws': () => ({
    title: 'Somebody else answered in place of AWS',
    meaning:
      'The answer was not one that AWS gives. The sign-in page of a guest network does this, and so does a wrong address.',
    next: 'Open any web page in your browser to see whether the network asks you to sign in. Then try again.',
  }),
  'network.endpointSettings': (facts) => ({
    title: 'The settings name an address that cannot be used',
    meaning: `${because(
      facts,
      {
        fips: 'FIPS endpoints are asked for, and an AWS file or an environment variable names another address',
        dualStack:
          'Dual-stack endpoints are asked for, and an AWS file or an environment variable names another address',
        region: 'This Region is not one that Keyferry knows',
      },
      'An AWS file or an environment variable gives an endpoint that does not exist in this form',
    )}${withFact(facts, 'url', (url) => ` (${url})`)}.`,
    next: 'Have the address removed or corrected. FIPS and dual-stack endpoints do not exist in every Region.',
  }),
  'network.endpointConsent': (facts) => ({
    title: "An address that is not AWS's needs your consent",
    meaning: `A setting of this computer sends requests for AWS to ${quoted(facts, 'url', 'another address')}. Nothing was sent there.`,
    next: 'Look at the address on the page “Sign in”. Agree to it there, or have the setting removed.',
  }),
};
