export { LedgerState } from './ledger-state.ts';
export { stateCard, stateCardStyles } from './state-card.ts';
