import { problemSchema } from '@mutuo/shared/errors/problem.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { z } from 'zod'

type Json = Record<string, unknown>
type Shape = { properties?: Record<string, Json>; required?: string[] }

/** The endpoints as OpenAPI 3.1, made from the very schemas that check each request. */
export const openApiOf = (endpoints: readonly Endpoint[]): object => ({
  openapi: '3.1.0',
  info: { title: 'Mutuo', version: '1', description: 'Shared digital skills: needs, pledges, bids, votes, missions and payments.' },
  servers: [{ url: '/api/v1' }],
  paths: pathsOf(endpoints),
  components: {
    schemas: { Problem: jsonSchema(problemSchema, 'output') },
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'sid' },
      csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
    },
  },
})

const pathsOf = (endpoints: readonly Endpoint[]): Record<string, Json> => {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return paths
}

const operationOf = (endpoint: Endpoint): Json => {
  const { name, method, path, access, idempotency, input, output, refusals, file } = endpoint
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)
  const { properties = {}, required = [] } = jsonSchema(input, 'input') as Shape
  const isInQuery = method === 'GET' || method === 'DELETE'
  const others = Object.keys(properties).filter((key) => !inPath.includes(key))
  const parameters = [
    ...inPath.map((key) => ({ name: key, in: 'path', required: true, schema: properties[key] ?? { type: 'string' } })),
    ...(isInQuery ? others : []).map((key) => ({ name: key, in: 'query', required: required.includes(key), schema: properties[key] })),
    ...(idempotency ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }] : []),
  ]
  return {
    operationId: name,
    tags: [path.split('/')[1]],
    parameters,
    ...(!isInQuery && { requestBody: { required: true, content: jsonContent(bodySchema(properties, required, others)) } }),
    responses: {
      [idempotency ? 201 : 200]: { description: 'OK', content: file ? fileContent(file) : jsonContent(jsonSchema(output, 'output')) },
      default: {
        description: `Refusals: ${refusals.join(', ') || 'none of its own'}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: access === 'anyone' ? [] : [isInQuery && method === 'GET' ? { session: [] } : { session: [], csrf: [] }],
  }
}

const bodySchema = (properties: Record<string, Json>, required: string[], keys: string[]): Json => ({
  type: 'object',
  properties: Object.fromEntries(keys.map((key) => [key, properties[key]])),
  required: required.filter((key) => keys.includes(key)),
  additionalProperties: false,
})

const fileContent = (type: string): Json => ({ [type]: { schema: { type: 'string', format: 'binary' } } })

const jsonContent = (schema: Json): Json => ({ 'application/json': { schema } })

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}
