import type { Fields } from '../fields';
import type { Call } from '../world';

/** Returns the members of the answer; undefined where AWS answers with an empty body. */
export type KmsOperation = (call: Call, input: Fields) => object | undefined | Promise<object | undefined>;
