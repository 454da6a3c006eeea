FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/desk ./cmd/desk

FROM gcr.io/distroless/static-debian12
COPY --from=build /out/desk /desk
ENTRYPOINT ["/desk"]
