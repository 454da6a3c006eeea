FROM golang:1.22 AS build
WORKDIR /src
COPY . .
WORKDIR /src/cmd/crane
RUN go build -o /out/crane

FROM alpine:3.20
WORKDIR /tmp
WORKDIR /etc/crane
COPY config/crane.json .
COPY --from=build /out/crane /usr/bin/crane
CMD ["/usr/bin/crane"]
