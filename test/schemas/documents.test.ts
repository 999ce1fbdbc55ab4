import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { documentTypes, isForbiddenFieldName } from '../../src/domain/index.ts'
import { Document, DocumentRef, documentRef, documentSchemas } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { allDocuments, documents } from './examples/documents.ts'

const propertyNames = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const properties = (schema as { properties?: object }).properties ?? {}
  return [...Object.keys(properties), ...Object.values(schema).flatMap(propertyNames)]
}

describe('documents', () => {
  it('have a schema for every type that the library names, and no other', () => {
    expect(Object.keys(documentSchemas).toSorted()).toEqual([...documentTypes].toSorted())
  })

  it.each(documentTypes)('%s is read as written, by its own schema and as one of all', (type) => {
    expect(documentSchemas[type].parse(documents[type])).toEqual(documents[type])
    expect(Document.parse(documents[type])).toEqual(documents[type])
  })

  it.each(documentTypes)('%s refuses a surplus field and a missing id', (type) => {
    const { id: _id, ...anonymous } = documents[type]
    expect(codesOf(Document, { ...anonymous, colour: 'red' })).toEqual([
      'REQUIRED /id',
      'UNKNOWN_FIELD /colour',
    ])
  })

  it.each(documentTypes)('%s refuses a password, a PIN and a card number by name [R-087] [R-307]', (type) => {
    const secrets = { password: 'x', pin: '1', cardNumber: '4' }
    expect(codesOf(Document, { ...documents[type], ...secrets })).toEqual([
      'FORBIDDEN_FIELD /password',
      'FORBIDDEN_FIELD /pin',
      'FORBIDDEN_FIELD /cardNumber',
    ])
  })

  it('have no field whose name stands for a credential, a key or card data [R-087]', () => {
    const names = allDocuments.flatMap(({ type }) =>
      propertyNames(z.toJSONSchema(documentSchemas[type], { io: 'input' })),
    )
    expect(names.length).toBeGreaterThan(500)
    expect(names.filter(isForbiddenFieldName)).toEqual([])
  })

  it('refuse an unknown type, none at all, and what is no object', () => {
    expect(codesOf(Document, { type: 'love_letter' })).toEqual(['NO_VARIANT_MATCHES /type'])
    expect(codesOf(Document, {})).toEqual(['REQUIRED /type'])
    expect(codesOf(Document, 'business_licence')).toEqual(['WRONG_TYPE '])
  })
})

describe('the reference of a document', () => {
  it('names its type, its digest and what decisions need of it', async () => {
    const reference = await documentRef(documents.business_licence)
    expect(DocumentRef.parse(reference)).toEqual(reference)
    expect(reference).toMatchObject({
      id: 'DOC-1',
      type: 'business_licence',
      facts: { validTo: '2030-01-01T23:59:59+08:00' },
    })
  })

  it('has no end of validity for a paper that is valid indefinitely', async () => {
    const { facts } = await documentRef(documents.identity_proof)
    expect(facts).toEqual({ longTerm: true })
  })

  it('takes over what the document replaces, and the offset asked for', async () => {
    const renewed = { ...documents.business_licence, supersedes: 'DOC-0' }
    expect(await documentRef(renewed, { offset: '+00:00' })).toMatchObject({
      supersedes: 'DOC-0',
      facts: { validTo: '2030-01-01T23:59:59+00:00' },
    })
  })

  it.each(documentTypes)('of %s says nothing that papers of its type do not say', async (type) => {
    const reference = await documentRef(documents[type])
    expect(codesOf(DocumentRef, reference)).toEqual([])
  })

  it.each([
    ['a fact of another type', { result: 'passed' }],
    ['a fact of nobody', { holder: 'Lin' }],
    ['a day where an instant is due', { validTo: '2030-01-01' }],
    ['a word where yes or no is due', { longTerm: 'yes' }],
  ])('is refused with %s', (_, facts) => {
    const { id, type } = documents.business_licence
    expect(codesOf(DocumentRef, { id, type, digest: 'ab'.repeat(32), facts })).toEqual([
      'FACT_UNKNOWN /facts',
    ])
  })

  it('changes its digest with any field, and not with the order they are written in', async () => {
    const { type, id, ...others } = documents.business_licence
    const one = await documentRef(documents.business_licence)
    expect(await documentRef({ ...others, id, type })).toEqual(one)
    expect((await documentRef({ ...documents.business_licence, name: '晨星便利店' })).digest).not.toBe(
      one.digest,
    )
  })
})
