export type { ReceiverAsks, ReceiverBlank, ReceiverPreset, ReceiverTerms } from '../../schemas/receiver';
