const neverSent = new WeakSet<Error>();

/**
 * Notes of an error that no byte of its request has left this computer. SECURITY: only the code that connects sockets
 * may say so. An error code says nothing: most codes come before a request as well as in the middle of its answer.
 * @returns the same error.
 */
export function markNeverSent<E extends Error>(error: E): E {
  neverSent.add(error);
  return error;
}

/** Whether the request certainly never left: then AWS cannot have carried it out. All else is unknown. */
export const wasNeverSent = (thrown: unknown): boolean => thrown instanceof Error && neverSent.has(thrown);
