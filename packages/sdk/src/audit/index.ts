export { eventName } from './event-name.ts';
export { eventNames } from './event-names.ts';
export { eventNamesEn } from './event-names-en.ts';
export { auditEvents, type AuditDomainEvent } from './events.ts';
export { describeFault, ledgerFaultKinds, type LedgerFault } from './faults.ts';
export { auditAreaNames, ledgerCheckStateNames } from './names.ts';
export { auditAreaNamesEn, ledgerCheckStateNamesEn } from './names-en.ts';
export { AuditEvent, LedgerAnchor, LedgerCheck, ledgerCheckStates, NewLedgerCheck } from './schema.ts';
export { endpoints as audit } from './contract.ts';
