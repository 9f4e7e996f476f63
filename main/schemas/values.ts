import { z } from 'zod';
import { wrappingAlgorithms, wrappingKeySpecs } from '../shared/kms-words';

/** Names something that main keeps for the page. */
export const handle = z.uuid();
/** A line that a person typed, or that AWS answered. */
export const line = z.string().max(2048);
export const region = z.string().max(64);
export const hexSha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const wrappingAlgorithm = z.enum(wrappingAlgorithms);
export const wrappingKeySpec = z.enum(wrappingKeySpecs);
/** The length of symmetric material; a private key has its own. */
export const lengthBytes = z.union([z.literal(32), z.literal(16)]);
/** 64 hex digits, as AWS names one material of a key. */
export const keyMaterialId = z.string().regex(/^[0-9a-f]{64}$/);
/** 16 hex digits. */
export const checkValue = z.string().regex(/^[0-9a-f]{16}$/);

/** Longer than any line of a note of ours: key policies are in there. */
export const notedLine = z.string().max(32 * 1024);
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
