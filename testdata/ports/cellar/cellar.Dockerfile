FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /cellar ./cmd/cellar

FROM gcr.io/distroless/static-debian12
COPY --from=build /cellar /cellar
EXPOSE 8600
ENTRYPOINT ["/cellar"]
