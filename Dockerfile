# syntax=docker/dockerfile:1
FROM node:20-bookworm-slim AS manifests
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
COPY tests/stripe-emulator/package.json tests/stripe-emulator/

FROM manifests AS build
RUN npm ci
COPY . .
RUN npm run build

# Only what the server needs to run: no compiler, no tests, no emulator.
FROM manifests AS packages
RUN npm ci --omit=dev --workspace server --workspace shared

FROM node:20-bookworm-slim AS app
ENV NODE_ENV=production PORT=3000 UPLOAD_DIR=/data/files
WORKDIR /app
RUN mkdir -p /data/files && chown -R node:node /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json .
COPY --from=build /app/server/package.json server/
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/client/dist client/dist
USER node
VOLUME /data
EXPOSE 3000
# Whether the process answers; whether it may be sent visitors is /readyz.
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
