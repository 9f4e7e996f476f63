export type {
  CardTerms,
  ReceiverAnswers,
  ReceiverAsks,
  ReceiverBlank,
  ReceiverPreset,
  ReceiverTerms,
} from '../../schemas/receiver';
