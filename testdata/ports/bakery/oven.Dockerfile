FROM golang:1.26 AS build
WORKDIR /src
COPY . .
ENV COMMAND=oven
RUN CGO_ENABLED=0 go build -o /out/run ./cmd/$COMMAND

FROM alpine:3.22
COPY --from=build /out/run /run
EXPOSE 9000
ENTRYPOINT ["/run"]
