export type { SavedView } from '../../schemas/saved';
