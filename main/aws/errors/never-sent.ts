const neverSent = new WeakSet<Error>();

/**
 * Marks an error whose request has not left this computer, not even in part. SECURITY: only the code that connects
 * sockets may call this. An error code is no proof: most codes occur both before a request and in the middle of its
 * answer.
 * @returns the same error.
 */
export function markNeverSent<E extends Error>(error: E): E {
  neverSent.add(error);
  return error;
}

/** Whether the request certainly never left, so that AWS cannot have carried it out. */
export const wasNeverSent = (thrown: unknown): boolean => thrown instanceof Error && neverSent.has(thrown);
