FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/chart ./cmd/chart

FROM debian:13-slim
COPY config /etc/atlas
COPY --from=build /out/chart /chart
EXPOSE 7010
ENTRYPOINT ["/chart"]
