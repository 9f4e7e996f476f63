import type { Call } from '../world';

/** One operation of STS or IAM: the form's fields go in, what becomes XML comes out. */
export type QueryOperation = (call: Call, parameters: URLSearchParams) => object;
