FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/server ./cmd/depot

FROM alpine:3.22
WORKDIR /srv
COPY --from=build /out/server ./server
COPY --from=build /src/build/start.sh /usr/local/bin/
EXPOSE 8080
ENTRYPOINT ["start.sh"]
CMD ["serve"]
