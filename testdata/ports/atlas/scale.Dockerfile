FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/scale ./cmd/scale

FROM scratch
COPY --from=build /out/scale /scale
ENTRYPOINT ["/scale"]
