import { Encrypter } from 'age-encryption';

/** 2^10: milliseconds in place of two seconds. */
const quickWorkFactor = 10;
const setWorkFactor = Reflect.get(Encrypter.prototype, 'setScryptWorkFactor');

// For the tests in which a sealed copy is only a means. The stages crypto, security and e2e seal with the real work.
Encrypter.prototype.setScryptWorkFactor = function (workFactor: number): void {
  Reflect.apply(setWorkFactor, this, [Math.min(workFactor, quickWorkFactor)]);
};
