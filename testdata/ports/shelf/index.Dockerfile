FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/index ./cmd/index

FROM gcr.io/distroless/static-debian12
COPY --from=build /out/index /index
ENTRYPOINT ["/index"]
