import type { Call } from '../world';

/** One operation of STS or IAM. Gets the fields of the form, and returns what becomes XML. */
export type QueryOperation = (call: Call, parameters: URLSearchParams) => object;
