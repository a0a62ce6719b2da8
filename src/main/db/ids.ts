/** A new id: UUIDv7, so that ids made later sort later. */
export { v7 as newId } from 'uuid'
