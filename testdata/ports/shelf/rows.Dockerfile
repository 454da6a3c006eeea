FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/rows ./cmd/rows

FROM gcr.io/distroless/static-debian12
COPY --from=build /out/rows /rows
ENTRYPOINT ["/rows"]
